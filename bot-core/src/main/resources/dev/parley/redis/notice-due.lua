-- How many notices nobody is telling.
return tostring(redis.call('ZCOUNT', notices, '-inf', now()))
