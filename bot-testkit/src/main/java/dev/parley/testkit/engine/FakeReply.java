package dev.parley.testkit.engine;

import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.platform.ToolStep;

/// The way to answer one turn on the fake platform.
final class FakeReply implements ReplyChannel {
  private final FakeWall wall;
  private final ReplyTarget target;
  private final Runnable beforePosting;

  FakeReply(FakeWall wall, ReplyTarget target, Runnable beforePosting) {
    this.wall = wall;
    this.target = target;
    this.beforePosting = beforePosting;
  }

  @Override
  public void working(String status) {
    wall.working(target.turn(), status);
  }

  @Override
  public void step(ToolStep step) {
    wall.step(target.turn(), step);
  }

  @Override
  public void stream(String delta) {
    wall.grow(target.turn(), delta);
  }

  @Override
  public void finish(Reply reply) {
    beforePosting.run();
    if (target.again()) {
      wall.replace(target.turn(), reply);
    } else {
      wall.post(target.turn(), reply);
    }
  }

  @Override
  public void retract() {
    wall.retract(target.turn());
  }

  @Override
  public void close() {}
}
