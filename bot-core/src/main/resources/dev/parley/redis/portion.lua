-- Raises what a tenant may spend of the whole bot's limit, unless it gave some back since it asked.
local counter, unit, amount, epoch, expires = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5]
local portion = key('portion', counter)
if (redis.call('HGET', portion, 'epoch') or '0') ~= epoch then
  return 'stale'
end
if amount > tonumber(redis.call('HGET', portion, unit) or '0') then
  redis.call('HSET', portion, unit, ARGV[3])
end
redis.call('PEXPIREAT', portion, expires)
return 'raised'
