-- Claims a job that waits or whose lease ran out, and tells when the tenant is to be looked at next. The same
-- call gets the same job.
local token, now, lease = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local call = key('ingest-call', token)
local document = redis.call('GET', call)
if not document then
  document = redis.call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', 0, 1)[1]
  if document then
    redis.call('HSET', job(document), 'token', token)
    redis.call('HINCRBY', job(document), 'attempts', 1)
    redis.call('ZADD', due, string.format('%.0f', now + lease), document)
    redis.call('SET', call, document, 'PX', lease)
  end
end
local soonest = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')[2] or ''
if not document or not holds(document, token) then
  return { soonest }
end
local claimed = redis.call('HMGET', job(document), 'job', 'words', 'attempts')
return { soonest, document, claimed[1] or '', claimed[2] or '', claimed[3] }
