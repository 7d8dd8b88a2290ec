-- What the scripts share that erase what is kept of a person.

-- Who wrote an entry, or the first of several.
local function author(entry)
  local _, group = parts(entry)
  return group:match('^[^\31]*')
end
