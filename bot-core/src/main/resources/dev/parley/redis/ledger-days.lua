-- The sums of days, and the names of those who spent.
local days, people = {}, {}
for _, day in ipairs(ARGV) do
  local sums = redis.call('HGETALL', key('day', day))
  days[#days + 1] = sums
  for i = 1, #sums, 2 do
    people[sums[i]:match('^[^' .. US .. ']*')] = true
  end
end
local names = {}
for number in pairs(people) do
  names[#names + 1] = number
  names[#names + 1] = redis.call('HGET', tenant .. ':people', number) or ''
end
return { days, names }
