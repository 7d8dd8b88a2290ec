-- Some of the keys of a tenant, without what they share, and where to go on: 0 at the end.
local cursor, count = ARGV[1], ARGV[2]
local pattern = tenant:gsub('[%*%?%[%]%^%-\\]', '\\%0') .. ':*'
local found, names = redis.call('SCAN', cursor, 'MATCH', pattern, 'COUNT', count), {}
for i, name in ipairs(found[2]) do
  names[i] = name:sub(#tenant + 2)
end
return { found[1], names }
