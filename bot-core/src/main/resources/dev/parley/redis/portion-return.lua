-- Gives back what a tenant has not spent or reserved of its portion of the whole bot's limit.
local counter, unit, expires = ARGV[1], ARGV[2], ARGV[3]
local portion = key('portion', counter)
local used = counted(counter, unit) + counted(counter, unit .. '-held')
local has = tonumber(redis.call('HGET', portion, unit) or '0')
if used < has then
  redis.call('HINCRBY', portion, 'epoch', 1)
  redis.call('HSET', portion, unit, whole(used))
  redis.call('PEXPIREAT', portion, expires)
end
local now = redis.call('HMGET', portion, 'epoch', unit)
return { now[1] or '0', now[2] or '0' }
