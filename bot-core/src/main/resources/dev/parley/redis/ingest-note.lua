-- Notes what became of a document that never waited, unless it does so now.
local document, id, json, by, payer = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local stage, done, of, told, since, kept = ARGV[6], ARGV[7], ARGV[8], ARGV[9], ARGV[10], ARGV[11]
if redis.call('ZSCORE', due, document) then
  return 'waits'
end
drop(document)
redis.call('HSET', job(document), 'id', id, 'job', json, 'by', by, 'payer', payer, 'token', '',
  'attempts', '0', 'done', done, 'of', of, 'told', told)
enter(document, stage, since)
redis.call('PEXPIRE', job(document), kept)
return 'noted'
