-- Changes a field of a hash, or drops it where no value is given, and writes the deed down.
local deed, at, by, name, what = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local hash, field, value = tenant .. ':' .. ARGV[6], ARGV[7], ARGV[8]
if isDone(deed) then
  return 'changed'
end
if value ~= '' then
  redis.call('HSET', hash, field, value)
elseif redis.call('HDEL', hash, field) == 0 then
  return 'absent'
end
writeDown(deed, at, by, name, what)
return 'changed'
