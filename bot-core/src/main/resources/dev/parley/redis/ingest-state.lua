-- How far one job is.
for _, document in ipairs(redis.call('ZREVRANGE', known, 0, -1)) do
  if redis.call('HGET', job(document), 'id') == ARGV[1] then
    return redis.call('HMGET', job(document), 'job', 'stage', 'done', 'of', 'told', 'since')
  end
end
return {}
