package de.quartierwerk.funding.application;

import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.Messages;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way of applications over HTTP. */
@Path("workflow")
@Tag(name = "Application steps")
@Produces(MediaType.APPLICATION_JSON)
public class WorkflowResource {

    private final Messages messages;
    private final CallerLanguage language;

    WorkflowResource(Messages messages, CallerLanguage language) {
        this.messages = messages;
        this.language = language;
    }

    /** States and steps. */
    @GET
    @PermitAll
    @Operation(
            operationId = "getWorkflow",
            summary = "Read the way of applications",
            description = "Which step leads from where to where, who takes it, and what must hold beside the state.")
    public WorkflowResponse get() {
        return new WorkflowResponse(
                Arrays.stream(State.values())
                        .map(state -> new WorkflowResponse.Named(state, text(state.words())))
                        .toList(),
                Workflow.TABLE.stream().map(this::step).toList());
    }

    private WorkflowResponse.Step step(Transition row) {
        return new WorkflowResponse.Step(
                row.state(),
                row.action(),
                text(row.action().words()),
                row.action().roles(),
                row.guard() == Guard.NONE ? "" : text(row.guard().words()),
                row.next());
    }

    private String text(MessageText words) {
        return messages.text(language.locale(), words.code(), words.arguments().toArray());
    }
}
