/**
 * The system's language as a tag, `pl-PL` for `pl_PL.UTF-8`.
 * @param env for example `process.env`
 */
export function systemLocale(env: Readonly<Record<string, string | undefined>>): string {
  const setting = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const tag = setting.split(/[.@]/)[0]?.replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag) ? tag : 'en-US';
}

/** Chromium's name of the interface language: `pl` for `pl-PL`, but `en-US` stays. */
export function interfaceLocale(tag: string): string {
  const KEEPS_COUNTRY = new Set(['en-US', 'en-GB', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW', 'es-419']);
  if (KEEPS_COUNTRY.has(tag)) return tag;
  const language = tag.split('-')[0] ?? tag;
  return language === 'en' ? 'en-US' : language;
}
