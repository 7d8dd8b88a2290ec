-- Removes a document with all that is known of it; told the same again where it is asked again.
local id, call = ARGV[1], ARGV[2]
local there = redis.call('HGET', documents, id)
if not there then
  return redis.call('HGET', shelf, 'removed') == call and '1' or '0'
end
local passages, _, characters = passagesOf(there)
redis.call('UNLINK', passages)
redis.call('HDEL', documents, id)
redis.call('HDEL', uses, id)
redis.call('HSET', shelf, 'characters', whole(allCharacters() - characters))
redis.call('HSET', shelf, 'removed', call)
noteChange(id, news(3))
return '1'
