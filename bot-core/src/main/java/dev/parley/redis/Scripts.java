package dev.parley.redis;

import dev.parley.conversation.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.OptionalOptions;
import org.redisson.client.RedisException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.Codec;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs scripts, again with the same arguments while Redis is away, up to the caller's patience.
/// Redisson itself repeats nothing: it would do so behind the back of whoever waits.
final class Scripts {
  private static final Logger log = LoggerFactory.getLogger(Scripts.class);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final RedissonClient redisson;
  private final Duration timeout;
  private final Availability availability;

  Scripts(RedissonClient redisson, Duration timeout, Availability availability) {
    this.redisson = redisson;
    this.timeout = timeout;
    this.availability = availability;
  }

  /// What a script is run with.
  ///
  /// @param key the first of its keys: it decides which node of a cluster is asked
  record Call(String key, List<String> arguments) {}

  /// The script's answer.
  ///
  /// @throws StoreUnavailableException where there was none
  Answer run(Script script, Duration patience, String key, String... arguments) {
    return runAll(script, patience, List.of(new Call(key, List.of(arguments)))).getFirst();
  }

  /// The script's answers to several calls at once, in their order.
  ///
  /// @throws StoreUnavailableException where one of them was missing
  List<Answer> runAll(Script script, Duration patience, List<Call> calls) {
    return repeated(
        patience,
        () -> {
          List<CompletableFuture<Object>> started =
              calls.stream().map(call -> start(script, call)).toList();
          return started.stream().map(this::awaited).map(Answer::new).toList();
        });
  }

  /// Runs a script with arguments of bytes, such as vectors; what it answers is not told.
  ///
  /// @throws StoreUnavailableException where there was no answer
  void runWithBytes(Script script, Duration patience, String key, List<byte[]> arguments) {
    repeated(
        patience, () -> awaited(start(script, ByteArrayCodec.INSTANCE, key, arguments.toArray())));
  }

  /// Sends a script on its way: nobody waits for its answer, and where there is none, that is all.
  void send(Script script, String key, String... arguments) {
    try {
      CompletionStage<Object> sent = start(script, new Call(key, List.of(arguments)));
      sent.whenComplete(
          (_, failure) -> {
            if (failure != null) {
              log.debug("Redis did not do something that nobody waits for", failure);
            }
          });
    } catch (RuntimeException e) {
      log.debug("Redis could not be asked for something that nobody waits for", e);
    }
  }

  /// What Redis answers to a request that needs no script, and may be repeated.
  ///
  /// @throws StoreUnavailableException where there was no answer
  <T> T ask(Duration patience, Function<RedissonClient, CompletionStage<T>> request) {
    return repeated(patience, () -> awaited(request.apply(redisson).toCompletableFuture()));
  }

  private <T> T repeated(Duration patience, Supplier<T> attempt) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        T answer = made(attempt);
        availability.answered();
        return answer;
      } catch (RedisException e) {
        Mishap mishap = noted(e);
        if (!mishap.passes()
            || Thread.currentThread().isInterrupted()
            || System.nanoTime() + PAUSE.toNanos() > deadline) {
          // without its cause, whose message holds the request, and so what people said
          throw new StoreUnavailableException(mishap.wording(), null);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /// Where another thread has begun to connect and could not, its failure comes by itself.
  private static <T> T made(Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RedisException cause ? cause : new RedisException(e);
    }
  }

  private Mishap noted(RedisException e) {
    log.debug("Redis did not answer", e);
    Mishap mishap = Mishap.of(e);
    if (mishap.passes()) {
      availability.failed(mishap);
    }
    return mishap;
  }

  private CompletableFuture<Object> start(Script script, Call call) {
    return start(script, StringCodec.INSTANCE, call.key(), call.arguments().toArray());
  }

  private CompletableFuture<Object> start(
      Script script, Codec codec, String key, Object[] arguments) {
    RScript runner =
        redisson.getScript(
            OptionalOptions.defaults().codec(codec).retryAttempts(0).timeout(timeout));
    return runner
        .<Object>evalAsync(
            RScript.Mode.READ_WRITE,
            script.lua(),
            RScript.ReturnType.VALUE,
            List.of(key),
            arguments)
        .toCompletableFuture();
  }

  private <T> T awaited(CompletableFuture<T> answer) {
    try {
      // Redisson's own timeout comes first; this one is for the day it does not
      return answer.get(3 * timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RedisException cause) {
        throw cause;
      }
      throw new RedisException(e.getCause());
    } catch (TimeoutException e) {
      throw new RedisException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while Redis was asked", e);
    }
  }
}
