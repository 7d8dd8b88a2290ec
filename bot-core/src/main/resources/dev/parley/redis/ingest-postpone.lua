-- Lets a job wait again, tells for what, and takes it from whoever has it.
local document, token, now, till, told = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
if holds(document, token) then
  enter(document, 'WAITING', now)
  redis.call('HSET', job(document), 'token', '', 'done', '0', 'of', '0', 'told', told)
  redis.call('ZADD', due, till, document)
end
return 'waits'
