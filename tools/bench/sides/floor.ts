/** The floor: reads every character of every text node once. */
export const floor = (): number => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let i = 0; i < data.length; i += 1) sum = (sum + data.charCodeAt(i)) | 0;
  }
  return sum;
};
