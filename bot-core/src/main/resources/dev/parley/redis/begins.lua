-- Lets a thread's history begin with the exchange that it hangs from, unless it has begun or was
-- reset before.
local conversation, token, exchange = ARGV[1], ARGV[2], ARGV[3]
if owns(conversation, token) and epoch(conversation) == '0'
    and redis.call('EXISTS', key('history', conversation)) == 0 then
  redis.call('RPUSH', key('history', conversation), exchange)
end
return redis.call('LRANGE', key('history', conversation), 0, -1)
