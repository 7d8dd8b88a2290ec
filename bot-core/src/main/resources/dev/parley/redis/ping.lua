-- Answers.
return 'pong'
