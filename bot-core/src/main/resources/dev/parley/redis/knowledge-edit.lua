-- Puts what is said of a document in the place of what was, as long as that is there still.
local id, before, after, noted = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local there = redis.call('HGET', documents, id)
if there == after then
  return 'done'
end
if there ~= before then
  return 'changed'
end
redis.call('HSET', documents, id, after)
if noted == '1' then
  noteChange(id, news(5))
end
return 'done'
