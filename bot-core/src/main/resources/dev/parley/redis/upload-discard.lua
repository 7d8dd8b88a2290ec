-- Forgets a file of a person, or what is left of one, unless it was sent.
local id, person = ARGV[1], ARGV[2]
local file = redis.call('HMGET', key('upload', id), 'person', 'sent')
if not file[2] and (not file[1] or file[1] == person) then
  drop(id)
end
return 'discarded'
