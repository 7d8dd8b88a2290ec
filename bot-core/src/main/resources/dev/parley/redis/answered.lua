-- Stores the answer of a turn, once, and what its conversation remembers of it.
local conversation, token, reply, remembered = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local turn = key('turn', conversation)
if not owns(conversation, token) then
  return 'lost'
end
if redis.call('HSETNX', turn, 'answer', reply) == 0 then
  return 'stored'
end
local exchange = remembered ~= '' and remembered or redis.call('HGET', turn, 'before')
if exchange
    and redis.call('HEXISTS', turn, 'withdrawn') == 0
    and redis.call('HGET', turn, 'epoch') == epoch(conversation) then
  redis.call('RPUSH', key('history', conversation), exchange)
  redis.call('HSET', turn, 'remembered', '1')
end
return 'stored'
