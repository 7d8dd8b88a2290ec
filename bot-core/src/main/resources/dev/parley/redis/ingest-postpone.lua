-- Lets a job wait again, and takes it from whoever has it.
local document, token, now, till = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if holds(document, token) then
  enter(document, 'WAITING', now)
  redis.call('HSET', job(document), 'token', '', 'done', '0', 'of', '0')
  redis.call('ZADD', due, till, document)
end
return 'waits'
