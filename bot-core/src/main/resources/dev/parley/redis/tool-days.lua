-- How calls of tools went, on each of these days.
local days = {}
for number, day in ipairs(ARGV) do
  days[number] = redis.call('HGETALL', key('tools', day))
end
return days
