package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters that choose among the findings of a submission; those that are given must all hold. */
public class FindingFilter {
    /** Chooses everything. */
    static final FindingFilter ALL = new FindingFilter();

    @QueryParam("code")
    @Parameter(description = "Only findings with one of these codes", example = "number.malformed")
    @Nullable
    List<String> codes;

    @QueryParam("severity")
    @Parameter(description = "Only findings that matter so much", example = "error")
    @Nullable
    Severity severity;

    @QueryParam("column")
    @Parameter(description = "Only findings in the column of this name or number", example = "Einwohner")
    @Nullable
    String column;

    /** The chosen codes; null for all. */
    String @Nullable [] codes() {
        if (codes == null || codes.isEmpty()) {
            return null;
        }
        return codes.stream()
                .flatMap(code -> Arrays.stream(code.split(",", -1)))
                .map(String::strip)
                .toArray(String[]::new);
    }

    @Nullable
    String severity() {
        return severity == null ? null : severity.text();
    }

    @Nullable
    String column() {
        return column;
    }

    /** The same, once it is clear that there are findings with these codes at all. */
    FindingFilter checked(Messages messages) {
        String[] wanted = codes();
        if (wanted != null) {
            for (String code : wanted) {
                if (messages.find(Messages.LANGUAGES.get(0), code).isEmpty()) {
                    throw Invalid.parameter("code", code, "finding.code-unknown", code);
                }
            }
        }
        return this;
    }
}
