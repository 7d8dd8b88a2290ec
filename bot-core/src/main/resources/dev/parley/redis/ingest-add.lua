-- Lets a job wait in the place of any other one for its document, once.
local document, id, json, words, by, payer = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local now, most, topic = ARGV[7], tonumber(ARGV[8]), ARGV[9]
if redis.call('HGET', job(document), 'id') == id then
  return '1'
end
local others = redis.call('ZCARD', due)
if redis.call('ZSCORE', due, document) then
  others = others - 1
end
if others >= most then
  return '0'
end
drop(document)
redis.call('HSET', job(document), 'id', id, 'job', json, 'words', words, 'by', by, 'payer', payer,
  'token', '', 'attempts', '0', 'done', '0', 'of', '0', 'told', '')
enter(document, 'WAITING', now)
redis.call('ZADD', due, now, document)
redis.call('PUBLISH', topic, tenant)
return '1'
