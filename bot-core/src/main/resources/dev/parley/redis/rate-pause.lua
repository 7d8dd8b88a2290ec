-- Lets nothing be done for a time, and then only one each interval.
local interval, atOnce, pause, strict = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local time, rate = now(), key('rate', ARGV[1])
local paused = time + pause
if paused > tonumber(redis.call('HGET', rate, 'paused') or 0) then
  local due = paused + (atOnce - 1) * interval
  redis.call('HSET', rate, 'due', string.format('%.0f', due),
    'paused', string.format('%.0f', paused), 'strict', string.format('%.0f', paused + strict))
  redis.call('PEXPIRE', rate, math.max(due, paused + strict) - time + interval)
end
return 'paused'
