-- Gives the first notice that nobody is telling to whoever asks, for a while. What is void by now goes: of
-- windows that have ended, and what could not be told too often.
local lease, mostTries = tonumber(ARGV[1]), tonumber(ARGV[2])
while true do
  local id = redis.call('ZRANGEBYSCORE', notices, '-inf', now(), 'LIMIT', 0, 1)[1]
  if not id then
    return {}
  end
  local json = redis.call('HGET', noticesHeld, id)
  local notice = json and cjson.decode(json)
  if notice and notice.ends > now() and notice.tries < mostTries then
    notice.tries = notice.tries + 1
    redis.call('HSET', noticesHeld, id, cjson.encode(notice))
    redis.call('ZADD', notices, string.format('%.0f', now() + lease), id)
    return { id, json }
  end
  dropNotice(id)
end
