package dev.parley.testkit.model;

import dev.parley.model.LanguageModel;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The scripted model")
class ScriptedModelContractTest extends LanguageModelContract {
  private final ScriptedModel model = ScriptedModel.saying("nothing is scripted");

  @Override
  protected LanguageModel model() {
    return model;
  }

  @Override
  protected void script(ScriptedReply reply) {
    model.next(reply);
  }
}
