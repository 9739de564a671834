package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Need;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Says a comparison of runs in sentences. */
@ApplicationScoped
class ChangeWords {
    private final Messages messages;
    private final CallerLanguage language;

    ChangeWords(Messages messages, CallerLanguage language) {
        this.messages = messages;
        this.language = language;
    }

    List<String> of(
            Scheme scheme,
            int same,
            Comparison.Causes causes,
            List<Comparison.IndexComparison> indices,
            List<Comparison.NeedComparison> needs) {
        List<String> sentences = new ArrayList<>();
        add(sentences, "comparison.spaces", same, causes.spacesAdded(), causes.spacesGone(), causes.spacesRenewed());
        if (causes.scheme()) {
            add(sentences, "comparison.scheme");
        }
        if (causes.values()) {
            add(sentences, "comparison.values");
        }
        for (Comparison.IndexComparison index : indices) {
            String title = scheme.indices().stream()
                    .filter(one -> one.code().equals(index.index()))
                    .map(Index::title)
                    .findFirst()
                    .orElse(index.index());
            add(sentences, "comparison.index", title, index.compared(), index.up(), index.down());
            if (index.fixedScale() != null) {
                add(
                        sentences,
                        "comparison.fixed",
                        title,
                        index.fixedScale().up(),
                        index.fixedScale().down());
            }
        }
        for (Comparison.NeedComparison need : needs) {
            String title = scheme.needs().stream()
                    .filter(one -> one.code().equals(need.need()))
                    .map(Need::title)
                    .findFirst()
                    .orElse(need.need());
            add(sentences, "comparison.need", title, need.appeared(), need.stayed(), need.went());
        }
        return sentences;
    }

    private void add(List<String> sentences, String code, Object... arguments) {
        sentences.add(messages.title(language.locale(), code, arguments));
    }
}
