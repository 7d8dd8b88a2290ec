-- What counters say now: of each unit what is spent and what is held.
sweep(100)
local all = {}
for _, counter in ipairs(ARGV) do
  local values = {}
  for _, unit in ipairs(units) do
    values[#values + 1] = whole(counted(counter, unit))
    values[#values + 1] = whole(counted(counter, unit .. '-held'))
  end
  all[#all + 1] = values
end
return all
