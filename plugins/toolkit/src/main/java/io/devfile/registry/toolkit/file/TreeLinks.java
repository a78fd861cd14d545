package io.devfile.registry.toolkit.file;

import io.devfile.registry.toolkit.text.SafeText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The symbolic links of a tree, and their targets, resolved through other links as an operating system does. */
final class TreeLinks {

    /** The maximum number of links that Linux follows. */
    private static final int HOPS = 40;

    private final Map<List<String>, String> targets = new HashMap<>();

    /** @throws UnsafeTreeException if the target cannot be within a tree */
    void add(TreePath link, String target) throws UnsafeTreeException {
        TreePath.checkCharacters(target);
        if (target.isEmpty() || target.startsWith("/") || target.matches("(?s)[A-Za-z]:.*")) {
            throw leaves(link.parts(), target);
        }
        targets.put(link.parts(), target);
    }

    boolean has(TreePath link) {
        return targets.containsKey(link.parts());
    }

    /**
     * The links below a directory, by their paths relative to it.
     *
     * @throws UnsafeTreeException if one of them leads out of that directory
     */
    Map<TreePath, String> below(TreePath root) throws UnsafeTreeException {
        int depth = root.parts().size();
        TreeLinks inner = new TreeLinks();
        targets.forEach((link, target) -> {
            if (link.size() > depth && link.subList(0, depth).equals(root.parts())) {
                inner.targets.put(List.copyOf(link.subList(depth, link.size())), target);
            }
        });
        Map<TreePath, String> checked = new HashMap<>();
        for (var link : inner.targets.entrySet()) {
            if (inner.leadsOut(link.getKey())) {
                throw leaves(link.getKey(), link.getValue());
            }
            checked.put(new TreePath(link.getKey()), link.getValue());
        }
        return checked;
    }

    private boolean leadsOut(List<String> link) {
        Deque<String> place = new ArrayDeque<>(link.subList(0, link.size() - 1));
        Deque<String> rest = new ArrayDeque<>(List.of(targets.get(link).split("/")));
        int hops = 1;
        while (!rest.isEmpty()) {
            String part = rest.pop();
            if (part.equals("..")) {
                if (place.pollLast() == null) {
                    return true;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                place.addLast(part);
                String target = targets.get(List.copyOf(place));
                if (target != null) {
                    if (++hops > HOPS) {
                        return false; // more links than Linux follows, such as a cycle: the link cannot be opened
                    }
                    place.removeLast();
                    List<String> further = new ArrayList<>(List.of(target.split("/")));
                    Collections.reverse(further);
                    further.forEach(rest::push);
                }
            }
        }
        return false;
    }

    private static UnsafeTreeException leaves(List<String> link, String target) {
        return new UnsafeTreeException(
                "the link " + SafeText.quoted(String.join("/", link)) + " to " + SafeText.quoted(target)
                        + " points outside the tree",
                "Make it a relative link to a target in the same tree, or remove it.");
    }
}
