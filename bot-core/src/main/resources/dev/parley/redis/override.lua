-- Sets something for a channel, or goes back to its default where no value is given.
if #ARGV == 3 then
  redis.call('HSET', key('settings', ARGV[1]), ARGV[2], ARGV[3])
else
  redis.call('HDEL', key('settings', ARGV[1]), ARGV[2])
end
return 'set'
