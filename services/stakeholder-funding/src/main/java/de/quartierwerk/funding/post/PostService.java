package de.quartierwerk.funding.post;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Keeps the posts of the staffing plan. */
@ApplicationScoped
class PostService {

    private final PostRepository posts;
    private final Caller caller;
    private final Audit audit;

    PostService(PostRepository posts, Caller caller, Audit audit) {
        this.posts = posts;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    Stored<PostResponse> put(String code, PostRequest request, IfMatch ifMatch) {
        caller.requireEverywhere();
        if (request.to() != null && request.to().isBefore(request.from())) {
            throw new Invalid(
                    "period.reversed",
                    List.of(InputError.at("/to", "period.reversed", request.to().toString())));
        }
        PostEntity entity = posts.lock(code);
        if (entity == null) {
            ifMatch.checkAbsent();
            PostEntity added = new PostEntity();
            added.code = code;
            added.set(request);
            posts.persistAndFlush(added);
            audit.record("post-created", "posts/" + code, null, request);
            return stored(added, true);
        }
        PostRequest before = entity.request();
        if (before.equals(request)) {
            ifMatch.check(entity.version);
        } else {
            ifMatch.require(entity.version);
            entity.set(request);
            posts.flush();
            audit.record("post-changed", "posts/" + code, before, request);
        }
        return stored(entity, false);
    }

    @Transactional
    PostsResponse ofYear(int year) {
        caller.requireEverywhere();
        List<PostEntity> found = posts.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        return new PostsResponse(
                found.stream()
                        .map(each -> new PostResponse(each.code, each.request()))
                        .toList(),
                found.stream().map(each -> each.request().fte()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Stored<PostResponse> stored(PostEntity entity, boolean created) {
        return new Stored<>(new PostResponse(entity.code, entity.request()), entity.version, created);
    }
}
