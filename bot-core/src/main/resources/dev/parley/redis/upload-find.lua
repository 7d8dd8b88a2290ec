-- A file of a place that is whole: who sent it, its name, type and size. The time of one that was sent
-- begins anew.
local id, place, millis = ARGV[1], ARGV[2], ARGV[3]
local file = redis.call('HMGET', key('upload', id), 'place', 'size', 'person', 'name', 'type', 'sent')
if file[1] ~= place or not file[2] then
  return {}
end
if file[6] then
  redis.call('PEXPIRE', key('upload', id), millis)
end
return { file[3], file[4], file[5], file[2] }
