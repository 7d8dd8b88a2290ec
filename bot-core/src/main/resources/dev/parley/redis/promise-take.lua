-- Gives a promise to a holder, unless another one has time left for it or it was kept already.
local id, holder, note = ARGV[1], ARGV[2], ARGV[3]
local lease, memory, time = tonumber(ARGV[4]), tonumber(ARGV[5]), now()
local open, held, kept = tenant .. ':promises', tenant .. ':promises-held', tenant .. ':promises-kept'
if redis.call('ZSCORE', kept, id) then
  return '0'
end
local due = tonumber(redis.call('ZSCORE', open, id) or 0)
local before = redis.call('HGET', held, id)
if due > time and before and string.sub(before, 1, #holder + 1) ~= holder .. ' ' then
  return '0'
end
redis.call('ZADD', open, string.format('%.0f', time + lease), id)
redis.call('HSET', held, id, holder .. ' ' .. note)
redis.call('PEXPIRE', open, memory)
redis.call('PEXPIRE', held, memory)
return '1'
