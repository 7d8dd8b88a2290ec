-- Forgets a turn that was answered, and its exchange.
local conversation, id, by, manages = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local past = recall(id, by, manages)
if not past then
  return 'gone'
end
if not past.allowed then
  return 'not-yours'
end
local history = key('history', past.conversation)
for _, exchange in ipairs(redis.call('LRANGE', history, 0, -1)) do
  local read, turn = pcall(cjson.decode, exchange)
  if read and type(turn.id) == 'table' and turn.id.value == id then
    redis.call('LREM', history, 1, exchange)
    outdate(past.conversation)
  end
end
local reply = redis.call('HGET', key('past', id), 'j:reply')
redis.call('DEL', key('past', id))
return reply and { 'discarded', reply } or { 'discarded' }
