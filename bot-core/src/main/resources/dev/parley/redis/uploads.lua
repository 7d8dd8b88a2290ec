-- What the scripts of uploaded files share: a hash for each file, and one of those that are not sent.
local unsent = tenant .. ':uploads'

local function note(id, till, bytes, place, person)
  redis.call('HSET', unsent, id, table.concat({ till, bytes, place, person }, '\31'))
end

local function noted(entry)
  return entry:match('^(%d+)\31(%d+)\31(.-)\31(.*)$')
end

local function drop(id)
  redis.call('HDEL', unsent, id)
  return redis.call('UNLINK', key('upload', id))
end
