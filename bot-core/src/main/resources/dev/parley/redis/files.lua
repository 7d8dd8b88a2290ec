-- The hashes of the files that a history or a running turn names.
local named, hashes = {}, {}
local name = tenant .. ':' .. ARGV[1]
local kind = redis.call('TYPE', name).ok
local texts = {}
if kind == 'list' then
  texts = redis.call('LRANGE', name, 0, -1)
elseif kind == 'hash' then
  texts = redis.call('HVALS', name)
end
for _, text in ipairs(texts) do
  for hash in text:gmatch('sha256[^%x]+(%x+)') do
    if not named[hash] then
      named[hash] = true
      hashes[#hashes + 1] = hash
    end
  end
end
return hashes
