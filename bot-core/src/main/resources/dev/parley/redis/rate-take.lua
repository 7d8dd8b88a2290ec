-- Takes one of what a limit leaves, or tells how many milliseconds to wait. The state is when the
-- next use is due if uses had come evenly, until when nothing may be done, and until when nothing
-- goes beyond the limit.
local interval, atOnce, reserve = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local urgent, firm, time = ARGV[5] == '1', ARGV[6] == '1', now()
local state = redis.call('HMGET', key('rate', ARGV[1]), 'due', 'paused', 'strict')
local due, paused, strict = tonumber(state[1] or 0), tonumber(state[2] or 0), tonumber(state[3] or 0)
if paused > time then
  return string.format('%.0f', paused - time)
end
local next = math.max(due, time) + interval
local wait = next - time - (urgent and atOnce or atOnce - reserve) * interval
if wait > 0 and not (urgent and not firm and time >= strict) then
  return string.format('%.0f', wait)
end
due = math.min(next, time + atOnce * interval)
redis.call('HSET', key('rate', ARGV[1]), 'due', string.format('%.0f', due))
redis.call('PEXPIRE', key('rate', ARGV[1]), math.max(due, strict) - time + interval)
return '0'
