-- Ends a job: how it ended is told for a while, its words are not kept.
local document, token, stage, told = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local now, kept = ARGV[5], ARGV[6]
if holds(document, token) then
  enter(document, stage, now)
  redis.call('HDEL', job(document), 'words')
  redis.call('HSET', job(document), 'told', told)
  redis.call('PEXPIRE', job(document), kept)
  redis.call('ZREM', due, document)
end
return 'ended'
