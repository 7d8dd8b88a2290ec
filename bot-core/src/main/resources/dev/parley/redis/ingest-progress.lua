-- Notes how far a job is, and keeps it for another lease.
local document, token, stage, done, of = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local now, till = ARGV[6], ARGV[7]
if not holds(document, token) then
  return 'lost'
end
enter(document, stage, now)
redis.call('HSET', job(document), 'done', done, 'of', of, 'told', '')
redis.call('ZADD', due, till, document)
return 'kept'
