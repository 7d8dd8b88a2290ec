-- Forgets a conversation. Turns that began before notice by the epoch.
local conversation, call, forget = ARGV[1], ARGV[2], ARGV[3]
local session = key('session', conversation)
if redis.call('HGET', session, 'reset') ~= call then
  redis.call('HINCRBY', session, 'epoch', 1)
  redis.call('HSET', session, 'reset', call)
  redis.call('HDEL', session, 'summary', 'summarised')
  redis.call('DEL', key('history', conversation))
  if not redis.call('ZSCORE', sched, conversation) then
    expire(conversation, forget)
  end
end
return 'forgotten'
