/** Lines that a page puts around an article. Each pattern is for a whole line without the white space at its ends. */

const patterns: readonly string[] = [
  'accept (?:all )?cookies',
  'ad(?:vertisement)?s?',
  'article continues (?:after|below)(?: this)? ad(?:vertisement)?',
  'back to top',
  'click here (?:to|for) .{1,80}',
  'close',
  'comments?(?: \\(\\d+\\))?',
  'continue reading(?: .{1,60})?',
  'copy link',
  'download (?:the|our) app.{0,60}',
  'e?mail',
  'facebook|twitter|whatsapp|linkedin|reddit|telegram|x',
  'follow us on .{1,60}',
  'gift this article',
  'jump to (?:content|comments|navigation)',
  'listen to (?:this )?article.{0,40}',
  'loading\\W*',
  'log in|sign in|register|subscribe(?: now)?|sign up(?: .{1,60})?',
  'menu|search|home|share|print|save',
  'more (?:from|on) .{1,60}',
  'most (?:read|viewed|popular)',
  'read more\\b.{0,120}',
  'recommended (?:stories|for you)',
  'related (?:articles|stories|topics|content|coverage)\\b.{0,60}',
  'share (?:this(?: (?:article|story|page))?|on .{1,40}|full article)',
  'skip (?:to )?(?:main )?(?:content|navigation|advertisement|past newsletter promotion)',
  'sponsored(?: content)?',
  'support (?:the|our) .{1,60}',
  'view (?:all )?comments.{0,20}',
  'we use cookies.{0,200}',
  '\\d+ (?:min(?:ute)?s? read|comments?|shares?)'
]

const debris = new RegExp(`^(?:${patterns.join('|')})[.:>»›→ ]*$`, 'i')

/** @example isDebris('Skip to content') // true */
export function isDebris(line: string): boolean {
  return line.length <= 240 && debris.test(line)
}
