-- Makes a version current whose passages are all written, in the place of the one that its writer knows of.
local id, entry, before, claim = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local mostDocuments, mostCharacters, lingers = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
local passages, count, characters = passagesOf(entry)
local there = redis.call('HGET', documents, id) or ''

local function refused(why)
  redis.call('UNLINK', passages)
  return why
end

if there == entry then
  return 'DONE'
end
if claim ~= '' and not holds(id, claim) then
  return refused('NOT_WANTED')
end
if there ~= before then
  return 'CHANGED'
end
local others, sum = redis.call('HLEN', documents), allCharacters()
if there ~= '' then
  local _, _, less = passagesOf(there)
  others, sum = others - 1, sum - less
end
if others >= mostDocuments then
  return refused('TOO_MANY_DOCUMENTS')
end
if sum + characters > mostCharacters then
  return refused('TOO_MANY_CHARACTERS')
end
if redis.call('HLEN', passages) ~= count then
  return 'LOST'
end
redis.call('PERSIST', passages)
redis.call('HSET', documents, id, entry)
redis.call('HSET', shelf, 'characters', whole(sum + characters))
if there ~= '' then
  redis.call('PEXPIRE', (passagesOf(there)), lingers)
end
noteChange(id, news(8))
return 'DONE'
