-- What the scripts of documents that are to be read in share: a hash for each one's job, when each may be
-- claimed that is not over, and since when each is in its stage.
local due, known = tenant .. ':ingest-due', tenant .. ':ingest-known'

local function job(document)
  return key('ingest', document)
end

-- Whether a claim is the last one of a job that is not over.
local function holds(document, token)
  return token ~= ''
    and redis.call('HGET', job(document), 'token') == token
    and redis.call('ZSCORE', due, document) ~= false
end

local function drop(document)
  redis.call('DEL', job(document))
  redis.call('ZREM', known, document)
  return redis.call('ZREM', due, document)
end

-- Sets the stage of a job, and since when it is in it.
local function enter(document, stage, now)
  if redis.call('HGET', job(document), 'stage') ~= stage then
    redis.call('HSET', job(document), 'stage', stage, 'since', now)
    redis.call('ZADD', known, now, document)
  end
end
