-- Files were sent with a message: they are kept for longer, and count as unsent no more.
local millis = ARGV[1]
for i = 2, #ARGV do
  local file = key('upload', ARGV[i])
  if redis.call('HEXISTS', file, 'size') == 1 then
    redis.call('HSET', file, 'sent', '1')
    redis.call('PEXPIRE', file, millis)
  end
  redis.call('HDEL', unsent, ARGV[i])
end
return 'sent'
