STEMS = {"thingfile": ["Thing", "Color"]}
