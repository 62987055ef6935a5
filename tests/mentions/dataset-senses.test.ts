import { beforeAll, describe, expect, it } from 'vitest';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { openLexicon, type Lexicon } from '../../mentions/lexicon.ts';
import { loadRecords } from '../../tools/records.ts';
import { read } from './fixture.ts';

describe('the dataset’s names in Chinese, Japanese, Korean and Polish', () => {
  let lexicon: Lexicon;
  beforeAll(async () => {
    lexicon = openLexicon(buildLexicon((await loadRecords()).byId.values()));
  });

  it.each([
    ['zh', '晚饭吃豆包，饭后我打开豆包写周报。', '豆包 = doubao'],
    ['zh', '奶奶蒸的豆包是红豆馅的。'],
    ['zh', '快手的可灵生成了一段视频。', '快手 = kuaishou', '可灵 = kling'],
    ['zh', '这药可灵了，吃两天就好。'],
    ['zh', '上海人工智能实验室发布新一代书生大模型。', '上海人工智能实验室 = shanghai-ai-laboratory', '书生 = intern'],
    ['zh', '他不过是一介书生，进京赶考。'],
    ['zh', '通义万相可以生成视频。', '通义万相 = wan'],
    ['zh', '月之暗面完成新一轮融资，Kimi的用户又多了。', '月之暗面 = moonshot-ai', 'Kimi = kimi'],
    ['zh', '探测器落在月之暗面，采到了月壤。'],
    ['ja', 'メタ社の株価が下がった。', 'メタ = meta'],
    ['ja', 'メタ認知とメタデータの違いを習った。'],
    ['ja', '英会話のNOVAに通っている。'],
    ['ja', 'Amazon Nova Proを試した。Novaは速い。', 'Amazon Nova Pro = nova-pro', 'Nova = nova'],
    ['ja', 'MLXで動かすにはMacが要る。Qwen3-8Bも動く。', 'MLX = mlx', 'Qwen3-8B = qwen3'],
    ['ko', '업스테이지의 솔라 프로 2가 나왔다.', '업스테이지 = upstage', '솔라 프로 2 = solar-pro-2'],
    ['ko', '솔라 패널로 태양광 발전을 한다.'],
    ['ko', '아파치 2.0 라이선스로 공개된 Qwen3-8B.', '아파치 2.0 라이선스 = apache-2.0', 'Qwen3-8B = qwen3'],
    ['ko', '아파치 헬기가 떴다.'],
    ['pl', 'Chodzi o RODO i o serwery.', 'RODO = gdpr'],
    ['pl', 'Urząd sprawdza chińską spółkę DeepSeek.', 'DeepSeek = deepseek-ai'],
    ['pl', 'Model DeepSeek ma otwarte wagi.', 'DeepSeek = deepseek'],
    ['pl', 'Na pokładzie szkolnego Bielika nie ma anteny. Pisma streszcza Bielik 11B v3.0.', 'Bielik 11B v3.0 = bielik-v3'],
    ['pl', 'GPT to tablica partycji, a GPT-2 to model językowy.', 'GPT-2 = gpt-2'],
    ['pl', 'Przeglądarka z Copilotem od Microsoftu.', 'Copilot = microsoft-copilot', 'Microsoft = microsoft'],
    ['zh', '腾讯混元大模型更新了。', '腾讯 = tencent', '混元 = hunyuan'],
    ['zh', '混元一体是道家的说法。'],
    ['ja', 'グロックは拳銃だ。'],
    ['ko', 'MIT 라이선스로 풀었다. MIT 입학은 어렵다.', 'MIT 라이선스 = mit'],
    ['pt', 'O RGPD vale também aqui, e a LGPD no Brasil.', 'RGPD = gdpr'],
    ['pt', 'Passe o rodo no chão.'],
    ['ko', '쌍둥이자리의 클로드 씨는 오늘 라마를 보러 동물원에 갔다.'],
    ['de', 'Claude und Sora haben in Lyon geheiratet, die Feier war im Restaurant Opus.'],
    ['de', 'Die Platte kam von Mistral Naturstein, der Kleber heißt Flux 12.'],
    ['fr', 'La Citroën Nova n’a jamais existé, mais la Granite de Claude, si.'],
    ['en', 'At the Bard on the Beach festival, Orca Air flew in the actors and Palm Court fed them.'],
  ])('%s: %s', (lang, text, ...found) => {
    const shown = read(text, { lang }, lexicon).filter((line) => !line.endsWith('open-weights'));
    expect(shown).toEqual(found);
  });

  it.each([
    ['en', 'The Gemini woman', 'Who is born in June is a good talker. Gemini leads change well, and is seldom bored.'],
    ['fr', 'Claude, le fils du pharmacien', 'Il quitta le village avec sa femme et son fils Claude.'],
    ['en', 'GPT', 'An increase of GPT may have several reasons, and your doctor will ask for another test.'],
  ])('takes a title for no evidence where it says nothing of AI: %s: %s', (lang, title, text) => {
    expect(read(text, { lang, title }, lexicon)).toEqual([]);
  });

  it.each([
    ['fr', 'La région autorise Le Chat dans les lycées et déconseille Grok.', 'Le Chat = le-chat', 'Grok = grok'],
    ['de', 'Für ein altes Notebook reicht Phi oder Gemma, beides läuft mit Ollama.', 'Phi = phi', 'Gemma = gemma', 'Ollama = ollama'],
    ['en', 'Expect more Orca and less Titan in the mid lane, and somebody will ban Hermes.'],
    ['en', 'Our gardener Claude, who is from Nantes, also asks ChatGPT.', 'ChatGPT = chatgpt'],
    ['fr', 'Ma collègue Claude refuse d’ouvrir ChatGPT.', 'ChatGPT = chatgpt'],
  ])('takes names that share no other sense for what they have in common, and people for people: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['it', 'I pacchetti rimossi dalle versioni nuove, aperto dalle 2 alle 3. Dalle 2 in poi.'],
    ['fr', 'Une dalle de béton.'],
    ['en', 'DALLE 2, DALL·E 2, dall-e 2 and dalle-2', 'DALLE 2 = dall-e-2', 'DALL·E 2 = dall-e-2', 'dall-e 2 = dall-e-2', 'dalle-2 = dall-e-2'],
    ['id', 'Perangkat keras dan perangkat lunak.'],
    ['en', 'We use Keras here.', 'Keras = keras'],
  ])('takes no everyday word of another language for a name: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['de', 'Claude heißt mein Zahnarzt. Auf seiner Seite spricht seit Mai Claude Haiku 4.5.', 'Claude Haiku 4.5 = claude-haiku-4.5'],
    ['nl', 'Claude zit op judo, en haar moeder leest voor uit Claude 3.5 Haiku. "Wie is hier Claude?" riep de juf.', 'Claude 3.5 Haiku = claude-3.5-haiku'],
    ['en', 'We moved to Claude 3.5 Haiku in May. Claude is quicker now.', 'Claude 3.5 Haiku = claude-3.5-haiku', 'Claude = claude'],
    ['en', 'Claude, from Anthropic, is popular. Claude Haiku 4.5 is the small one.', 'Claude = claude', 'Anthropic = anthropic', 'Claude Haiku 4.5 = claude-haiku-4.5'],
  ])('takes a first name before the model’s full name for somebody’s where nothing near by says otherwise: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['en', 'The minutes are by Granite 4.0. Granite kerbs for the square come next.', 'Granite 4.0 = granite-4.0'],
    ['en', 'The minutes are by Granite 4.0. Granite is quick at them.', 'Granite 4.0 = granite-4.0', 'Granite = granite'],
    ['de', 'Der Mistral-Ofen ist verkauft. Die Anzeige schrieb Mistral-Medium-3.1.', 'Mistral-Medium-3.1 = mistral-medium-3.1'],
    ['de', 'Mistral-Medium-3.1 ist da. Für die Mistral-Nutzung gelten Regeln.', 'Mistral-Medium-3.1 = mistral-medium-3.1', 'Mistral = mistral'],
  ])('takes a noun behind the name for another thing: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['en', 'Professor Adeyemi left MIT and put the code online under the MIT licence.', 'MIT licence = mit'],
    ['pl', 'Profesor z MIT tłumaczy, co daje licencja MIT.', 'MIT = mit'],
  ])('takes the name beside the word for a licence for the licence: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['en', 'On the card, qwen3 30b a3b is fast and qwen3-30b-a3b too.', 'qwen3 30b a3b = qwen3', 'qwen3-30b-a3b = qwen3'],
    ['es', 'Pruebas de regresión en lm-evaluation-harness', 'lm-evaluation-harness = lm-evaluation-harness'],
    ['en', 'See the Guidelines on the scope of obligations for providers of general-purpose AI models.', 'Guidelines on the scope of obligations for providers of general-purpose AI models = eu-gpai-guidelines'],
    ['ja', 'Llama.cppで動かす。量子化は四ビットにした。', 'Llama.cpp = llama-cpp', '量子化 = quantisation'],
    ['ja', '重力の量子化は物理学の難問だ。'],
    ['de', 'Im Keller steht der Kolben für die Destillation, daneben reift Whisky.'],
  ])('finds a name whole: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['en', 'LoRa gateways on the silo hear soil probes. The LoRA for their logs was trained on Gemma 3 4B.', 'LoRA = lora', 'Gemma 3 4B = gemma-3'],
    ['en', 'Vermont’s HB 3773 was about syrup. Illinois HB 3773 is about hiring software.', 'Illinois HB 3773 = illinois-hb-3773'],
    ['es', 'Chile tramita su proyecto de ley de IA desde mayo.'],
    ['es', 'Bruselas aprobó la ley de IA, y la Comisión Europea la aplica.', 'ley de IA = eu-ai-act'],
    ['en', 'We pretrained OLMo 2 7B on 40B tokens of debate.', 'OLMo 2 7B = olmo-2'],
    ['ja', '揺れるカーテンの名は「ミストラル」。議事録はMistral Small 3.2が書く。', 'Mistral Small 3.2 = mistral-small-3.2'],
    ['fr', 'mon avis : chatgpt flatte, gemini s’excuse, copilot ouvre Excel.', 'chatgpt = chatgpt', 'gemini = gemini', 'copilot = microsoft-copilot'],
    ['en', 'Ask ChatGPT, not the copilot or the gemini of the crew.', 'ChatGPT = chatgpt'],
  ])('tells another of the same name by who has it, how it is printed and what it counts: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['en', 'The sloop Gemini races on Friday. Results are typed up by Gemini 2.5 Flash.', 'Gemini 2.5 Flash = gemini-2.5-flash'],
    ['pl', 'Bielik siedzi na gnieździe. Relację pisze Bielik 11B v2. Bielik przyniósł rybę.', 'Bielik 11B v2 = bielik-v2'],
    ['it', 'La barca Falcon vince, la cronaca è di Falcon 180B.', 'Falcon 180B = falcon-180b'],
    ['fr', 'Le skipper, Claude Phi, barre seul. Le bulletin vient de Gemini 1.5 Pro.', 'Gemini 1.5 Pro = gemini-1.5-pro'],
    ['en', 'We run Claude Opus and Google Gemini.', 'Claude Opus = claude', 'Google Gemini = gemini'],
    ['en', 'Lost: grey cat, answers to Mistral. Poster by Mistral Small 3.1.', 'Mistral Small 3.1 = mistral-small-3.1'],
    ['es', 'Gemini es para la escala: la ventana de contexto de Gemini es larga.', 'Gemini = gemini', 'Gemini = gemini'],
    ['de', 'Südkoreas KI-Gesetz gilt seit Januar. Ein Schweizer KI-Gesetz gibt es nicht.'],
    ['en', 'Canada’s AI and Data Act died. The Data Act of the EU did not.', 'Data Act = eu-data-act'],
  ])('takes a bare name for another’s where only its family’s full name is near: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['en', 'Claude (rabbit), teeth, 60 pounds. Reminders are by Claude from Anthropic.', 'Claude = claude', 'Anthropic = anthropic'],
    ['en', 'The CRA refused our filing. The other CRA, the EU’s Cyber Resilience Act, did not.', 'CRA = eu-cra', 'Cyber Resilience Act = eu-cra'],
    ['en', 'GPT-4 turbo-charged our newsroom, and GPT-4 Turbo more so.', 'GPT-4 = gpt-4', 'GPT-4 Turbo = gpt-4-turbo'],
    ['en', 'It runs llama-3.1-8b-instant on a rented card.', 'llama-3.1-8b-instant = llama-3.1'],
    ['de', 'Sie nennt Llama 3.1 keine quelloffene KI.', 'Llama 3.1 = llama-3.1'],
    ['en', 'The town runs an Apache server; its own code is out under Apache 2.0.', 'Apache 2.0 = apache-2.0'],
  ])('reads what stands in brackets, behind names and inside words: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });

  it.each([
    ['en', 'The litter is complete: Orca, Dolly, Titan and a runt called Nova. The advert is by ChatGPT.', 'ChatGPT = chatgpt'],
    ['en', 'Pi day at school: Gemma brought apple, Claude brought pecan.'],
    ['fr', 'Claude Phi, née Bloom, expose ses aquarelles à Mistral-les-Bains.'],
    ['de', 'Gemini und Löwe vertragen sich gut.'],
    ['en', 'Our GPT (general practice trainee) uses GPT-4o.', 'GPT-4o = gpt-4o'],
    ['fr', 'Le projet de loi sur l’IA du Québec attend.'],
  ])('lets doubtful names vouch for nobody where nothing speaks of AI: %s: %s', (lang, text, ...found) => {
    expect(read(text, { lang }, lexicon)).toEqual(found);
  });
});
