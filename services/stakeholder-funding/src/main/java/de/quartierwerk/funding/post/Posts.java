package de.quartierwerk.funding.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Posts, for the papers that make them. */
@ApplicationScoped
public class Posts {

    private final PostRepository posts;

    Posts(PostRepository posts) {
        this.posts = posts;
    }

    /** The posts that the paper of this number makes, in the order of their codes. */
    public List<PostResponse> ofPaper(String number) {
        return posts.list("paperNumber = ?1 order by code", number).stream()
                .map(each -> new PostResponse(each.code, each.request()))
                .toList();
    }
}
