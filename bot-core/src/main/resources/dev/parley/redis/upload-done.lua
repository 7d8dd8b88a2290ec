-- A file is whole; gone where it was taken away while it came.
local id, size, millis = ARGV[1], ARGV[2], tonumber(ARGV[3])
local file = redis.call('HMGET', key('upload', id), 'place', 'person')
if not file[1] then
  return 'gone'
end
redis.call('HSET', key('upload', id), 'size', size)
redis.call('PEXPIRE', key('upload', id), millis)
note(id, now() + millis, size, file[1], file[2])
redis.call('PEXPIRE', unsent, millis)
return 'kept'
