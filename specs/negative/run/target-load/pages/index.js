throw new Error("no licence was found");
