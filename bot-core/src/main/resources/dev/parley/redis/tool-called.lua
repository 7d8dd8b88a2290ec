-- Counts a call of a tool on its day: calls, failures, milliseconds, and how many were in which class.
local day, tool, most, kept = key('tools', ARGV[1]), ARGV[2], tonumber(ARGV[3]), ARGV[4]
local before = redis.call('HGET', day, tool)
if not before and redis.call('HLEN', day) >= most then
  return 'full'
end
local sums = {}
for number in (before or ''):gmatch('%d+') do
  sums[#sums + 1] = number
end
for place = 5, #ARGV do
  local sum = place - 4
  sums[sum] = string.format('%.0f', (tonumber(sums[sum]) or 0) + tonumber(ARGV[place]))
end
redis.call('HSET', day, tool, table.concat(sums, ' '))
redis.call('EXPIRE', day, kept)
return 'counted'
