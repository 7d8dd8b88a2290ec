-- Keeps vectors of texts for a while.
local space, kept = ARGV[1], ARGV[2]
for i = 3, #ARGV, 2 do
  redis.call('SET', key('vector', space .. ':' .. ARGV[i]), ARGV[i + 1], 'PX', kept)
end
return 'kept'
