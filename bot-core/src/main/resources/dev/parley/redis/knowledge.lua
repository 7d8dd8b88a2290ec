-- What the scripts of documents share: a hash of them by their ids, each a line of the key of its passages,
-- how many these are and how many characters they have, and the document as JSON.
local documents, uses, shelf = tenant .. ':documents', tenant .. ':documents-used', tenant .. ':documents-shelf'
local changed, gone = tenant .. ':documents-changed', tenant .. ':documents-gone'

local function whole(number)
  return string.format('%.0f', number)
end

local function passagesOf(entry)
  local token, count, characters = entry:match('^([^\31]*)\31(%d+)\31(%d+)\n')
  return key('passages', token or ''), tonumber(count or 0), tonumber(characters or 0)
end

local function allCharacters()
  return tonumber(redis.call('HGET', shelf, 'characters') or 0)
end

-- Of removed documents, the last ones are remembered for a time. What is forgotten, nobody can follow.
local function forgetGone(removedBefore, most)
  local old = redis.call('ZRANGEBYSCORE', gone, '-inf', whole(removedBefore), 'WITHSCORES')
  if #old == 0 then
    old = redis.call('ZRANGE', gone, 0, -most - 1, 'WITHSCORES')
  end
  for i = 1, #old, 2 do
    redis.call('ZREM', gone, old[i])
    redis.call('ZREM', changed, old[i])
    redis.call('HSET', shelf, 'forgotten', whole(tonumber(old[i + 1])))
  end
end

-- Notes a change. Its number is the time in microseconds, or the next one: where Redis loses its last
-- moments, the numbers after them are others than those that were lost.
local function noteChange(id, news)
  local time = redis.call('TIME')
  local micros = time[1] * 1000000 + time[2]
  local number = math.max(micros, tonumber(redis.call('HGET', shelf, 'last') or 0) + 1)
  redis.call('HSETNX', shelf, 'history', news.history)
  redis.call('HSET', shelf, 'last', whole(number))
  redis.call('ZADD', changed, whole(number), id)
  if redis.call('HEXISTS', documents, id) == 1 then
    redis.call('ZREM', gone, id)
  else
    redis.call('ZADD', gone, whole(number), id)
    forgetGone(micros - news.remembered * 1000, news.most)
  end
  redis.call('PUBLISH', news.topic, news.told)
end

-- What changes are noted with, as it is given from the argument on.
local function news(from)
  return {
    history = ARGV[from],
    topic = ARGV[from + 1],
    told = ARGV[from + 2],
    remembered = tonumber(ARGV[from + 3]),
    most = tonumber(ARGV[from + 4]),
  }
end
