-- Writes down who did what, once for each deed's id.
local function writeDown(deed, at, by, name, what)
  redis.call('SET', key('deed', deed), '1', 'PX', 600000)
  redis.call('XADD', tenant .. ':audit', 'MAXLEN', '~', 10000, '*',
    'at', at, 'by', by, 'name', name, 'what', what)
end

local function isDone(deed)
  return redis.call('EXISTS', key('deed', deed)) == 1
end
