/** Saves a text as a file where the browser puts downloads; needs no permission and makes no request. */
export const saveFile = ({ name, type, text }: { readonly name: string; readonly type: string; readonly text: string }): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
